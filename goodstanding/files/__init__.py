"""Excel, CSV and JSON lines to rows of cells, and back; knows no business."""
