import type { LatticeFrame } from './latticeFrame';
import { LeafRow } from './leafRow';
import type { OverlayLeaf, OverlayNode, OverlayStore } from './overlayStore';
import type { PlanarBounds } from './shapes';

/** Takes a run of cells, from one up to but without another, and the layers that cover their middles. */
export type MaskVisitor = (mask: number, fromCell: number, toCell: number) => void;

/** Finds what covers the middle of every cell of a frame: each node is gone through with the block of cells that it holds. */
export class LatticeMasks {
  private readonly frame: LatticeFrame;
  private readonly row: LeafRow;
  private readonly visit: MaskVisitor;

  constructor(store: OverlayStore, frame: LatticeFrame, visit: MaskVisitor) {
    this.frame = frame;
    this.row = new LeafRow(store);
    this.visit = visit;
  }

  /** Visits the cells whose middle lies in a node with these bounds. */
  search(node: OverlayNode, { minX, minY, maxX, maxY }: PlanarBounds): void {
    const { frame } = this;
    this.collect(node, frame.columnsWestOf(minX), frame.columnsWestOf(maxX), frame.rowsSouthOf(minY), frame.rowsSouthOf(maxY));
  }

  private collect(node: OverlayNode, fromColumn: number, toColumn: number, fromRow: number, toRow: number): void {
    if (fromColumn >= toColumn || fromRow >= toRow) return;
    if (node.kind === 'leaf') {
      for (let row = fromRow; row < toRow; row += 1) this.tellRow(node, row, fromColumn, toColumn);
    } else if (node.axis === 0) {
      const middle = Math.min(Math.max(this.frame.columnsWestOf(node.middle), fromColumn), toColumn);
      this.collect(node.low, fromColumn, middle, fromRow, toRow);
      this.collect(node.high, middle, toColumn, fromRow, toRow);
    } else {
      const middle = Math.min(Math.max(this.frame.rowsSouthOf(node.middle), fromRow), toRow);
      this.collect(node.low, fromColumn, toColumn, fromRow, middle);
      this.collect(node.high, fromColumn, toColumn, middle, toRow);
    }
  }

  private tellRow(leaf: OverlayLeaf, row: number, fromColumn: number, toColumn: number): void {
    const { frame } = this;
    this.row.start(leaf, frame.middleOfRow(row));
    let start = fromColumn;
    let mask = this.row.maskAt(frame.middleOfColumn(fromColumn));
    const endOfChanges = this.row.isPlain ? fromColumn : toColumn;
    for (let column = fromColumn + 1; column < endOfChanges; column += 1) {
      const next = this.row.maskAt(frame.middleOfColumn(column));
      if (next === mask) continue;
      this.visit(mask, frame.cellIn(start, row), frame.cellIn(column, row));
      start = column;
      mask = next;
    }
    this.visit(mask, frame.cellIn(start, row), frame.cellIn(toColumn, row));
  }
}
