export interface SessionTable {
  id: string
  token_hash: string
  user_id: string
  desk: string
  created_at: string
  seen_at: string
  expires_at: string
  stepped_up_at: string | null
  ended_at: string | null
  end_reason: string | null
}
