/** The colours of the site's light theme (src/styles/tokens.css): a picture cannot ask for the reader's. */
export const PALETTE = {
  paper: '#fbfaf7',
  paperHigh: '#ffffff',
  ink: '#1c2226',
  muted: '#566068',
  line: '#dcd8ce',
  accent: '#0a5c69',
  wash: '#e6f0f1',
} as const;
