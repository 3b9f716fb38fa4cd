import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Extension as Syntax, State } from 'micromark-util-types';

/**
 * CommonMark does not end emphasis between Chinese punctuation and a Chinese character (`**观点。**智能体`), and
 * then pairs the wrong marks. So the parser only finds the marks here (an escaped one is text), as nodes of
 * their own; `pairStrongMarks` pairs them in order.
 * @see https://github.com/commonmark/commonmark-spec/issues/650
 */
declare module 'mdast' {
  interface AsteriskRun {
    type: 'asteriskRun';
    value: string;
    children?: never;
  }
  interface PhrasingContentMap {
    asteriskRun: AsteriskRun;
  }
  interface RootContentMap {
    asteriskRun: AsteriskRun;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    asteriskRun: 'asteriskRun';
  }
}

const ASTERISK = 42;

/** Turns every unescaped run of asterisks into a token, in place of CommonMark's emphasis. */
export const strongSyntax: Syntax = {
  disable: { null: ['attention'] },
  text: {
    [ASTERISK]: {
      name: 'asteriskRun',
      tokenize(effects, ok) {
        const start: State = (code) => {
          effects.enter('asteriskRun');
          return inside(code);
        };
        const inside: State = (code) => {
          if (code === ASTERISK) {
            effects.consume(code);
            return inside;
          }
          effects.exit('asteriskRun');
          return ok(code);
        };
        return start;
      },
    },
  },
};

/** Builds a node for the token. */
export const strongFromMarkdown: FromMarkdown = {
  enter: {
    asteriskRun(token) {
      this.enter({ type: 'asteriskRun', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    asteriskRun(token) {
      this.exit(token);
    },
  },
};
