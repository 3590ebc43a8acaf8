// Every table that fits, one by one: for tables so small that nothing needs to be trusted.
export type Grid = readonly (readonly (number | null)[])[]

/**
 * All whole-number interiors of a table with the given cells known (the last row and column are totals, null is
 * hidden), with no entry above `most`; returns the lowest and highest value of every cell, totals included.
 */
export const bruteRanges = (grid: Grid, most: number) => {
  const rows = grid.length - 1
  const columns = grid[0]!.length - 1
  const low = grid.map((row) => row.map(() => Number.POSITIVE_INFINITY))
  const high = grid.map((row) => row.map(() => Number.NEGATIVE_INFINITY))
  const table = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  const note = (row: number, column: number) => {
    const value = table[row]![column]!
    low[row]![column] = Math.min(low[row]![column]!, value)
    high[row]![column] = Math.max(high[row]![column]!, value)
  }
  const fits = (row: number, column: number, value: number) => {
    const known = grid[row]![column]
    return known === null || known === undefined ? true : known === value
  }
  const fill = (position: number): void => {
    if (position === rows * columns) {
      finish()
      return
    }
    const [row, column] = [Math.floor(position / columns), position % columns]
    const known = grid[row]![column]
    const total = grid[row]![columns]
    const soFar = table[row]!.slice(0, column).reduce((sum, value) => sum + value, 0)
    const room = total === null || total === undefined ? most : Math.min(most, total - soFar)
    const last = column === columns - 1 && total !== null && total !== undefined
    const from = known ?? (last ? room : 0)
    const to = known ?? room
    for (let value = Math.max(0, from); value <= Math.min(to, room); value++) {
      table[row]![column] = value
      fill(position + 1)
    }
  }
  const finish = () => {
    for (let row = 0; row < rows; row++)
      table[row]![columns] = table[row]!.slice(0, columns).reduce((a, b) => a + b, 0)
    for (let column = 0; column <= columns; column++) {
      let sum = 0
      for (let row = 0; row < rows; row++) sum += table[row]![column]!
      table[rows]![column] = sum
    }
    const all = grid.every((line, row) => line.every((_, column) => fits(row, column, table[row]![column]!)))
    if (all)
      grid.forEach((line, row) => {
        line.forEach((_, column) => {
          note(row, column)
        })
      })
  }
  fill(0)
  return { low, high }
}
