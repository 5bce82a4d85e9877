import type { Lang, Localised } from './rows';

/** A refusal in Backlog's error form: `{"errors":[{message, code, moreInfo}]}`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    readonly text: Localised,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(text.en);
    this.name = 'ApiError';
  }

  /** The JSON body with the sentence in the caller's language. */
  body(lang: Lang): { errors: { message: string; code: number; moreInfo: string }[] } {
    return { errors: [{ message: this.text[lang], code: this.code, moreInfo: '' }] };
  }
}

/** 400, code 7 InvalidRequestError. */
export function invalid(en: string, ja: string): ApiError {
  return new ApiError(400, 7, { en, ja });
}

const RESOURCES = {
  issue: { en: 'No issue.', ja: '課題が存在しません。' },
  project: { en: 'No project.', ja: 'プロジェクトが存在しません。' },
  user: { en: 'No user.', ja: 'ユーザーが存在しません。' },
  comment: { en: 'No comment.', ja: 'コメントが存在しません。' },
  status: { en: 'No status.', ja: '状態が存在しません。' },
  issueType: { en: 'No issue type.', ja: '種別が存在しません。' },
  category: { en: 'No category.', ja: 'カテゴリーが存在しません。' },
  version: { en: 'No version.', ja: '発生バージョンまたはマイルストーンが存在しません。' },
  customField: { en: 'No custom field.', ja: 'カスタム属性が存在しません。' },
  attachment: { en: 'No attachment.', ja: '添付ファイルが存在しません。' },
  sharedFile: { en: 'No shared file.', ja: '共有ファイルが存在しません。' },
  activity: { en: 'No activity.', ja: 'アクティビティが存在しません。' },
  notification: { en: 'No notification.', ja: 'お知らせが存在しません。' },
  watching: { en: 'No watching.', ja: 'ウォッチが存在しません。' },
  webhook: { en: 'No webhook.', ja: 'Webhookが存在しません。' },
  wiki: { en: 'No wiki page.', ja: 'Wikiページが存在しません。' },
  document: { en: 'No document.', ja: 'ドキュメントが存在しません。' },
  repository: { en: 'No git repository.', ja: 'Gitリポジトリが存在しません。' },
  star: { en: 'No star.', ja: 'スターが存在しません。' },
  pullRequest: { en: 'No pull request.', ja: 'プルリクエストが存在しません。' },
} satisfies Record<string, Localised>;

/** 404, code 6 NoResourceError: absent, or not visible to the caller. */
export function notFound(resource: keyof typeof RESOURCES): ApiError {
  return new ApiError(404, 6, RESOURCES[resource]);
}

/** 404, code 6 for a path that no endpoint serves. */
export function undefinedResource(path: string): ApiError {
  return new ApiError(404, 6, {
    en: `Undefined resource. ${path}`,
    ja: `指定されたリソースは存在しません。 ${path}`,
  });
}

/** 403, code 5 UnauthorizedOperationError: the caller's role does not allow it. */
export function forbidden(): ApiError {
  return new ApiError(403, 5, {
    en: 'You do not have permission for this operation.',
    ja: 'この操作を行う権限がありません。',
  });
}

/** 403, code 2 LicenceError: the plan of the space does not have it. */
export function notInPlan(): ApiError {
  return new ApiError(403, 2, {
    en: 'This function is not available in your plan.',
    ja: 'ご利用のプランではこの機能を使用できません。',
  });
}

/** 401, code 11 AuthenticationError: no key, or a wrong one. */
export function unauthenticated(): ApiError {
  return new ApiError(401, 11, { en: 'Authentication failure.', ja: '認証に失敗しました。' });
}

/** 429, code 13 TooManyRequestsError. */
export function tooManyRequests(): ApiError {
  return new ApiError(429, 13, {
    en: 'Too many requests.',
    ja: 'APIの呼び出し回数が上限に達しました。',
  });
}

/** 500, code 1 InternalError. */
export function internalError(): ApiError {
  return new ApiError(500, 1, {
    en: 'An unexpected error occurred.',
    ja: '予期しないエラーが発生しました。',
  });
}
