import pg from 'pg'

/**
 * A pool that outlives its database: a connection lost while idle is replaced, one lost in the middle of a transaction fails the
 * statement that needed it, and neither ends the process.
 */
export const openPool = (config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool(config)
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}
