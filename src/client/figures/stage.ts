import {
  fitSize,
  keepOnStage,
  WHOLE,
  zoomAt,
  type Point,
  type Size,
  type View,
} from '../../lib/zoom-view.ts';

/** A turn of a wheel by 100 pixels, the usual notch, enlarges by a quarter. */
const WHEEL_PIXELS = 450;
/** What a double click or tap enlarges to. */
const CLOSER = 2.5;

/** Where a picture is looked at: it is enlarged by wheel, pinch, double click, moved by dragging. */
export class Stage {
  readonly element = document.createElement('div');
  readonly #image = document.createElement('img');
  /** The fingers or the mouse button that are down, by their pointer's id. */
  readonly #pointers = new Map<number, Point>();
  #picture: Size = { width: 1, height: 1 };
  #view: View = WHOLE;

  constructor() {
    this.element.className = 'stage';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', '图片：加减键缩放，方向键移动，0 键还原');
    this.#image.draggable = false;
    this.element.append(this.#image);
    this.element.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    this.element.addEventListener('dblclick', (event) =>
      this.#view.scale > 1 ? this.showWhole() : this.zoom(CLOSER, this.#pointOf(event)),
    );
    this.element.addEventListener('pointerdown', (event) => {
      if (event.button === 0) this.#pointers.set(event.pointerId, this.#pointOf(event));
    });
    this.element.addEventListener('pointermove', (event) => this.#onMove(event));
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      this.element.addEventListener(type, ({ pointerId }) => this.#pointers.delete(pointerId));
    addEventListener('resize', () => this.#apply(this.#view));
  }

  /** @param shown the picture on the page, whose size is half that of the file */
  show(address: string, shown: HTMLImageElement | null): void {
    this.#picture = { width: (shown?.width || 600) * 2, height: (shown?.height || 400) * 2 };
    this.#image.src = address;
    this.#image.alt = shown?.alt ?? '';
    this.#pointers.clear();
    this.showWhole();
    this.element.focus();
  }

  showWhole(): void {
    this.#apply(WHOLE);
  }

  zoom(factor: number, point: Point = { x: 0, y: 0 }): void {
    this.#apply(zoomAt(this.#view, factor, point));
  }

  move(x: number, y: number): void {
    this.#apply({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y });
  }

  #apply(view: View): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const fit = fitSize(this.#picture, { width, height });
    this.#view = keepOnStage(view, fit, { width, height });
    const { scale, x, y } = this.#view;
    Object.assign(this.#image.style, {
      inlineSize: `${fit.width}px`,
      blockSize: `${fit.height}px`,
      transform: `translate(${x}px, ${y}px) scale(${scale})`,
    });
    this.element.dataset['scale'] = scale.toFixed(2);
  }

  /** From the middle of the stage. */
  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / WHEEL_PIXELS), this.#pointOf(event));
  }

  /** One pointer moves the picture; of two, each moves it about the other. */
  #onMove(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#pointOf(event);
    this.#pointers.set(event.pointerId, now);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return this.move(now.x - before.x, now.y - before.y);
    const distance = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    if (distance(before) > 0) this.zoom(distance(now) / distance(before), middle);
  }
}
