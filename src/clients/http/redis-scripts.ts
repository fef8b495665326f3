/**
 * The arithmetic of bucket.ts and day-quota.ts in Lua, each script one atomic step; the throttle's battery holds both
 * to the same behavior. KEYS: the shop's bucket, the API's ban, the app's day. ARGV 1–3: now ('' for the server's own
 * clock, which all processes share), capacity, refill per second.
 */
const LOAD = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local capacity, rate = tonumber(ARGV[2]), tonumber(ARGV[3])
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'banned', 'leaves')
local tokens, at, banned = tonumber(kept[1]) or capacity, tonumber(kept[2]) or now, tonumber(kept[3]) or 0
local leaves = tonumber(kept[4]) or 0
tokens = math.min(capacity, tokens + math.max(0, now - at) * rate / 1000)
at = math.max(at, now)
local function save()
  local whole = '%.0f'
  redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', whole:format(at),
    'banned', whole:format(banned), 'leaves', whole:format(leaves))
  local untilFull = math.ceil((capacity - tokens) * 1000 / rate)
  redis.call('PEXPIRE', KEYS[1], whole:format(untilFull + math.max(0, banned - now) + 60000))
end
`;

/**
 * ARGV 4: tokens to leave, 5: longest wait for a place, 6: for the end of a ban, 7: calls that the day may reach ('' for no
 * limit), 8: longest wait for the day. Answers the wait in ms, negative when the call is sent away.
 */
export const REDIS_TAKE = `${LOAD}
local missing = 1 + tonumber(ARGV[4]) - tokens
local place = missing > 0 and math.ceil(missing * 1000 / rate) or 0
local ban = math.max(0, banned - now, (tonumber(redis.call('GET', KEYS[2]) or 0) or 0) - now)
local hour, allowed = math.floor(now / 3600000), tonumber(ARGV[7])
if allowed then
  local fields, hours, calls, excess = redis.call('HGETALL', KEYS[3]), {}, {}, 1 - allowed
  for i = 1, #fields, 2 do
    local one = tonumber(fields[i])
    if one > hour - 24 then
      hours[#hours + 1], calls[one] = one, tonumber(fields[i + 1])
      excess = excess + calls[one]
    else
      redis.call('HDEL', KEYS[3], fields[i])
    end
  end
  table.sort(hours)
  local dayWait = excess > 0 and tonumber(ARGV[8]) or 0
  for _, one in ipairs(hours) do
    if excess <= 0 then break end
    excess = excess - calls[one]
    if excess <= 0 then dayWait = math.min(dayWait, (one + 24) * 3600000 - now) end
  end
  ban = math.max(ban, dayWait)
end
local wait = math.max(place, ban)
if place > tonumber(ARGV[5]) or ban > tonumber(ARGV[6]) then
  wait = -wait
else
  tokens = tokens - 1
  if wait > 0 then leaves = math.max(leaves, now + wait) end
  if allowed then
    redis.call('HINCRBY', KEYS[3], string.format('%.0f', hour), 1)
    redis.call('PEXPIRE', KEYS[3], 25 * 3600000)
  end
end
save()
return string.format('%.0f', wait)
`;

/** ARGV 4: room that the platform sees (or ''), 5: ban of the shop in ms (or ''), 6: ban of the API in ms (or ''), 7: tokens after a ban. */
export const REDIS_LEARN = `${LOAD}
local room, shop, api = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
if room then tokens = math.min(tokens, room - math.ceil(math.max(0, leaves - now) * rate / 1000)) end
if shop then tokens, banned = math.min(tokens, tonumber(ARGV[7])), math.max(banned, now + shop) end
if api then
  local known = (tonumber(redis.call('GET', KEYS[2]) or 0) or 0) - now
  if api > known then redis.call('SET', KEYS[2], string.format('%.0f', now + api), 'PX', string.format('%.0f', api + 60000)) end
end
save()
`;
