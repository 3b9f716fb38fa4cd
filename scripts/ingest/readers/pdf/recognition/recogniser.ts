/** Characters in pictures, recognised on this machine. The package is loaded only when someone asks for it. */

/** Pixels of the picture. */
interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A line as it was recognised. Chinese comes a word or a character at a time. */
export interface RecognisedLine {
  readonly bbox: PixelBox;
  readonly words: readonly {
    readonly text: string;
    /** 0 to 100. */
    readonly confidence: number;
    readonly symbols: readonly { readonly text: string; readonly bbox: PixelBox }[];
  }[];
}

/** What is used of tesseract.js, which may not be installed: its own types are not there then. */
interface Worker {
  readonly recognize: (
    picture: Uint8Array,
    options: object,
    output: { readonly blocks: true },
  ) => Promise<{ readonly data: { readonly blocks: readonly RecognisedBlock[] | null } }>;
  readonly terminate: () => Promise<unknown>;
}
interface RecognisedBlock {
  readonly paragraphs: readonly { readonly lines: readonly RecognisedLine[] }[];
}
interface Package {
  readonly createWorker: (languages: readonly string[], engine: number, options: object) => Promise<Worker>;
}

export interface Recogniser {
  /** The lines of a picture (PNG), column by column. */
  readonly linesOf: (picture: Uint8Array) => Promise<readonly RecognisedLine[]>;
  readonly close: () => Promise<unknown>;
}

export const RECOGNISER_PACKAGE = 'tesseract.js';
export const LANGUAGES = ['chi_sim', 'eng'] as const;
/** Of the engines that the data serves, the one that reads lines with a neural network. */
const NEURAL_ENGINE = 1;

/**
 * Starts the engine with data from a folder: nothing is fetched.
 * @param onAlive called again and again while a picture is looked at: it may take long
 */
export async function startRecogniser(dataFolder: string, onAlive: () => void): Promise<Recogniser> {
  const name: string = RECOGNISER_PACKAGE;
  const { default: engine } = (await import(name)) as { readonly default: Package };
  const worker = await engine.createWorker(LANGUAGES, NEURAL_ENGINE, {
    langPath: dataFolder,
    cacheMethod: 'none',
    logger: onAlive,
  });
  return {
    linesOf: async (picture) => {
      const { data } = await worker.recognize(picture, {}, { blocks: true });
      return (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
    },
    close: () => worker.terminate(),
  };
}
