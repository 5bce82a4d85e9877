export { createAuthHandler } from './auth-handler';
export { type Identity, rotateConnections } from './connections';
export { cookieNames } from './cookies';
export { safeReturnTo } from './return-to';
export { readSessionId } from './session-cookie';
export { type Connection, createSessionStore, type SessionStore } from './session-store';
export { createSpaces, type Space, type Spaces } from './space-address';
export { createTokenStore, type TokenStore } from './token-store';
export { createVault } from './vault';
