/* Which part of a drawing its sheet shows, in the drawing's own units. */
class Camera {
  constructor(sheet) {
    this.sheet = sheet;
    this.svg = sheet.querySelector("svg");
    const box = this.svg.viewBox.baseVal;
    this.whole = {x: box.x, y: box.y, w: box.width, h: box.height};
    this.view = {...this.whole};
    this.hasMoved = false;
    this.moved = () => {};
  }
  /* Gives the sheet its height, and a drawing that nobody has moved yet its first view. */
  fit() {
    const width = this.sheet.clientWidth;
    if (!width) return;
    const natural = width * this.whole.h / this.whole.w;
    const least = width < 600 ? innerHeight * .6 : 260;
    this.sheet.style.height = Math.max(Math.min(natural, innerHeight * .82), least) + "px";
    if (!this.hasMoved) {
      // Letters of a large drawing would be too small: begin at its upper left.
      const w = Math.min(this.whole.w, width / .75);
      const h = Math.min(this.whole.h, w * this.sheet.clientHeight / width);
      this.view = {x: this.whole.x, y: this.whole.y, w, h};
    }
    this.show();
  }
  show() {
    const {x, y, w, h} = this.view;
    this.svg.setAttribute("viewBox", [x, y, w, h].map((value) => value.toFixed(1)).join(" "));
    this.sheet.classList.toggle("zoomed", w < this.whole.w - 1 || h < this.whole.h - 1);
  }
  /* Units of the drawing to a pixel of the screen. */
  scale() { return Math.max(this.view.w / this.svg.clientWidth, this.view.h / this.svg.clientHeight); }
  zoom(by, clientX, clientY) {
    const box = this.svg.getBoundingClientRect();
    const fx = clientX === undefined ? .5 : (clientX - box.left) / box.width;
    const fy = clientY === undefined ? .5 : (clientY - box.top) / box.height;
    const w = Math.min(this.whole.w, Math.max(this.whole.w / 14, this.view.w / by));
    const h = Math.min(this.whole.h, Math.max(this.whole.h / 14, this.view.h / by));
    const {x, y} = this.view;
    this.move({x: x + (this.view.w - w) * fx, y: y + (this.view.h - h) * fy, w, h});
  }
  pan(dx, dy) { this.move({...this.view, x: this.view.x + dx, y: this.view.y + dy}); }
  reset() { this.move({...this.whole}); }
  lookAt(node) {
    const matrix = this.svg.getScreenCTM().inverse();
    const box = node.getBoundingClientRect();
    const middle = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2).matrixTransform(matrix);
    const w = Math.min(this.whole.w, Math.max(this.whole.w / 3, 420));
    const h = Math.min(this.whole.h, w * this.svg.clientHeight / this.svg.clientWidth);
    this.move({x: middle.x - w / 2, y: middle.y - h / 2, w, h});
  }
  move(view) {
    this.take(view);
    this.moved();
  }
  /* Shows a view, as far as it lies in the drawing. */
  take({x, y, w, h}) {
    const {whole} = this;
    w = Math.min(Math.max(w, whole.w / 14), whole.w);
    h = Math.min(Math.max(h, whole.h / 14), whole.h);
    this.view = {
      x: Math.min(Math.max(x, whole.x), whole.x + whole.w - w),
      y: Math.min(Math.max(y, whole.y), whole.y + whole.h - h), w, h,
    };
    this.hasMoved = true;
    this.show();
  }
  forget() { this.hasMoved = false; }
  text() { return [this.view.x, this.view.y, this.view.w, this.view.h].map(Math.round).join(","); }
}
