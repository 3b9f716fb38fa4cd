import { seededRandom } from '../../../scripts/bench/search/seeded-random.ts';
import type { FigureSpec } from './report-model.ts';

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly random: () => number;
}
const COLOURS = ['#2f6f9f', '#d98032', '#6a9f58', '#8b6fb0', '#c0504d'];
const YEARS = ['2021', '2022', '2023', '2024', '2025'];
const NAMES = ['东片区', '西片区', '南片区', '北片区', '中心区'];

/** An SVG picture with labels; photographs are patterns of many small rectangles, to be turned into pixels. */
export function drawFigure(figure: FigureSpec, fontFamily: string): string {
  const canvas = { width: figure.width, height: figure.height, random: seededRandom(figure.seed) };
  return svg(canvas, DRAW[figure.drawing](canvas), fontFamily);
}

/** Whether the drawing is to be embedded as pixels. */
export function isBitmap(figure: FigureSpec): boolean {
  return figure.drawing === 'photo' || figure.drawing === 'photoPair';
}

const DRAW: Readonly<Record<FigureSpec['drawing'], (canvas: Canvas) => string>> = {
  bar: (canvas) => bars(canvas, 0, canvas.width),
  line: lines,
  pie,
  flow,
  twoPanel: (canvas) =>
    bars(canvas, 0, canvas.width / 2 - 8) +
    bars(canvas, canvas.width / 2 + 8, canvas.width) +
    text(canvas.width / 4, canvas.height - 3, '(a) 建设侧') +
    text((canvas.width * 3) / 4, canvas.height - 3, '(b) 使用侧'),
  photo: (canvas) => mosaic(canvas, 0, canvas.width),
  photoPair: (canvas) =>
    mosaic(canvas, 0, canvas.width / 2 - 6) + mosaic(canvas, canvas.width / 2 + 6, canvas.width),
};

function svg({ width, height }: Canvas, inner: string, fontFamily: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="9">${inner}</svg>`;
}
function text(x: number, y: number, words: string, size = 9): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="middle" fill="#333">${words}</text>`;
}
function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${more}/>`;
}
function stroke(x1: number, y1: number, x2: number, y2: number, colour = '#888', width = 0.7): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${colour}" stroke-width="${width}"/>`;
}

function bars(canvas: Canvas, left: number, right: number): string {
  const bottom = canvas.height - 28;
  const inner = right - left - 34;
  let out = stroke(left + 28, bottom, right - 4, bottom) + stroke(left + 28, 8, left + 28, bottom);
  for (let n = 0; n < 4; n += 1) {
    const y = bottom - ((bottom - 14) * n) / 3;
    out += stroke(left + 28, y, right - 4, y, '#ddd', 0.5) + text(left + 14, y + 3, String(n * 300));
  }
  YEARS.forEach((year, n) => {
    const height = (0.25 + 0.7 * canvas.random()) * (bottom - 24);
    const x = left + 36 + (inner / YEARS.length) * n;
    const width = (inner / YEARS.length) * 0.55;
    out += rect(x, bottom - height, width, height, COLOURS[0]!);
    out +=
      text(x + width / 2, bottom - height - 3, String(Math.round(height * 7)), 8) +
      text(x + width / 2, bottom + 11, year, 8);
  });
  return out;
}

function lines(canvas: Canvas): string {
  const bottom = canvas.height - 20;
  let out = stroke(30, bottom, canvas.width - 60, bottom) + stroke(30, 10, 30, bottom);
  NAMES.slice(0, 3).forEach((name, n) => {
    const points = YEARS.map((_, k) => {
      const x = 40 + ((canvas.width - 120) / 4) * k;
      return `${x.toFixed(1)},${(12 + canvas.random() * (bottom - 24)).toFixed(1)}`;
    });
    out += `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[n]}" stroke-width="1.6"/>`;
    out += text(canvas.width - 30, 24 + n * 16, name);
  });
  YEARS.forEach((year, k) => (out += text(40 + ((canvas.width - 120) / 4) * k, bottom + 12, year)));
  return out;
}

function pie(canvas: Canvas): string {
  const radius = canvas.height / 2 - 14;
  const [cx, cy] = [canvas.width / 2, canvas.height / 2];
  const weights = NAMES.map(() => 0.3 + canvas.random());
  const sum = weights.reduce((a, b) => a + b, 0);
  let from = 0;
  let out = '';
  weights.forEach((weight, n) => {
    const to = from + (weight / sum) * 2 * Math.PI;
    const at = (angle: number, r: number): string =>
      `${(cx + r * Math.cos(angle)).toFixed(1)} ${(cy + r * Math.sin(angle)).toFixed(1)}`;
    const large = to - from > Math.PI ? 1 : 0;
    out += `<path d="M${cx} ${cy} L${at(from, radius)} A${radius} ${radius} 0 ${large} 1 ${at(to, radius)} Z" fill="${COLOURS[n]}" stroke="#fff"/>`;
    const [x, y] = at((from + to) / 2, radius + 24)
      .split(' ')
      .map(Number);
    out += text(
      x!,
      Math.min(canvas.height - 4, Math.max(10, y!)),
      `${NAMES[n]} ${((weight / sum) * 100).toFixed(1)}%`,
      8,
    );
    from = to;
  });
  return out;
}

function flow(canvas: Canvas): string {
  const labels = ['应用层', '调度台', '服务厅', '平台层', '编号库', '告警站', '感知层', '传感器', '巡检员'];
  const [w, h] = [canvas.width / 3, canvas.height / 3];
  return labels
    .map((label, n) => {
      const x = (n % 3) * w + 8;
      const y = Math.floor(n / 3) * h + 8;
      const frame = 'stroke="#2f6f9f" stroke-width="0.8"';
      const arrow = n < 6 ? stroke(x + w / 2 - 8, y + h - 16, x + w / 2 - 8, y + h) : '';
      return (
        rect(x, y, w - 16, h - 16, n % 3 === 0 ? '#dbe8f2' : '#fff', frame) +
        text(x + w / 2 - 8, y + h / 2 - 5, label) +
        arrow
      );
    })
    .join('');
}

function mosaic(canvas: Canvas, left: number, right: number): string {
  let out = rect(left, 0, right - left, canvas.height, '#c9d6df');
  for (let n = 0; n < 60; n += 1) {
    const x = left + canvas.random() * (right - left - 40);
    out += rect(
      x,
      canvas.random() * (canvas.height - 30),
      10 + canvas.random() * 28,
      8 + canvas.random() * 20,
      COLOURS[n % 5]!,
      'opacity="0.5"',
    );
  }
  return out;
}
