import type { DemoContext } from '../context';
import type { UserRow } from '../rows';
import { instantOrNull } from './time';

/** A user as the caller sees one: mail addresses are withheld from guests. */
export function wireUser(ctx: DemoContext, user: UserRow) {
  const guest = ctx.user.roleType >= 5 && ctx.user.id !== user.id;
  return {
    id: user.id,
    userId: user.userId,
    name: user.name,
    roleType: user.roleType,
    lang: user.lang,
    mailAddress: guest ? null : user.mailAddress,
    nulabAccount: user.nulabAccount && {
      ...user.nulabAccount,
      iconUrl: `${ctx.origin}/api/v2/users/${user.id}/icon`,
    },
    keyword: user.keyword,
    lastLoginTime: instantOrNull(user.lastLoginTime),
  };
}

/** The user with this id, or null when nobody has it (any more). */
export function wireUserById(ctx: DemoContext, id: number | null) {
  const user = id === null ? undefined : ctx.state.users.get(id);
  return user ? wireUser(ctx, user) : null;
}
