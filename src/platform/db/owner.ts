import type pg from 'pg'

/** One transaction as the schema's owner: for what keeps, moves and ends data, never for a request. */
export const asOwner = async <T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await owner.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // Rolls back by leaving, whatever state a fault left the connection in.
    client.release(true)
    throw error
  }
}
