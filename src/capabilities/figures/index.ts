export { openSolver, type Solver } from './linear-program.ts'
export { protectTable } from './protect-table.ts'
export { crossTable, type Division, type Part, type Table, type ToldCell } from './table.ts'
