import { type BacklogError, isBacklogError } from '@/lib/backlog';
import { isAppError } from '@/lib/errors';

/** What a failed call means for a run. */
export type Verdict =
  | 'signIn' // nothing was done; the person has to sign in
  | 'limited' // nothing was done; goes on after the reset
  | 'licence' // nothing was done; conditions of the space, a person has to act
  | 'redirect' // never followed; somebody has to look
  | 'gone'
  | 'noRight'
  | 'refused' // Backlog's reason, which may be "no change"
  | 'unreadable' // a read whose answer does not fit and will not next time
  | 'unsent' // nothing left this machine
  | 'unavailable' // an answer came, but not from the part that decides; the write may be done
  | 'lost'; // no answer came; the write may be done, or may yet be

/** Verdict on a failed write; null for failures that are not Backlog's (the item stays open and is reconciled). */
export function judgeWriteError(error: unknown): Verdict | null {
  if (!isBacklogError(error)) {
    return judgeCredentialError(error);
  }
  if (error.code === 'BACKLOG_REDIRECT') return 'redirect';
  if (error.mayHaveApplied) return judgeAmbiguous(error);
  return judgeRefusal(error) ?? (error.sent === 'no' ? 'unsent' : 'refused');
}

/** 504 says that a proxy gave up waiting: Backlog may still be at it. */
function judgeAmbiguous(error: BacklogError): Verdict {
  return error.sent === 'answered' && error.status !== 504 ? 'unavailable' : 'lost';
}

/**
 * Raised while the credential was fetched or renewed: before the request, or after a refusal of the token. Backlog may
 * refuse the person's token or our application; either way the run says that it waits.
 */
function judgeCredentialError(error: unknown): Verdict | null {
  const known = isAppError(error) && (error.code === 'SIGN_IN_AGAIN' || error.code === 'SIGN_IN_FAILED');
  return known ? 'signIn' : null;
}

/** Verdict on a failed read (the client has repeated it already); null as above. */
export function judgeReadError(error: unknown): Verdict | null {
  if (!isBacklogError(error)) return judgeCredentialError(error);
  if (error.code === 'BACKLOG_REDIRECT') return 'redirect';
  if (error.code === 'BACKLOG_SHAPE' && !error.retryable) return 'unreadable';
  return judgeRefusal(error) ?? 'unavailable';
}

function judgeRefusal(error: BacklogError): Verdict | null {
  switch (error.code) {
    case 'SIGN_IN_AGAIN':
      return 'signIn';
    case 'BACKLOG_RATE_LIMITED':
      return 'limited';
    case 'BACKLOG_LICENCE':
      return 'licence';
    case 'BACKLOG_NOT_FOUND':
      return 'gone';
    case 'BACKLOG_FORBIDDEN':
      return 'noRight';
    case 'BACKLOG_REFUSED':
      return 'refused';
    default:
      return null;
  }
}
