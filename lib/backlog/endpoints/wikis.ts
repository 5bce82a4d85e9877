import { z } from 'zod';
import type { Caller, CallOptions } from '../caller';
import { type BacklogWiki, wikiSchema } from '../schemas/wiki';

export interface NewWiki {
  name: string;
  content: string;
}

/** Wiki pages. Each write is sent once, never repeated; nobody is mailed for it. */
export interface WikiEndpoints {
  /**
   * Pages of a project that have the keyword in name or text. The list is not paged: Backlog answers with all of them
   * whatever `count` says, so a keyword is a must.
   */
  list(query: { projectId: number; keyword: string }, options?: CallOptions): Promise<BacklogWiki[]>;
  get(wikiId: number, options?: CallOptions): Promise<BacklogWiki>;
  create(projectId: number, wiki: NewWiki, options?: CallOptions): Promise<BacklogWiki>;
  /** The answer is the page that was deleted. */
  remove(wikiId: number, options?: CallOptions): Promise<BacklogWiki>;
}

const wikiListSchema = z.array(wikiSchema);

export function wikiEndpoints(caller: Caller): WikiEndpoints {
  const schema = wikiSchema;
  return {
    list: async ({ projectId, keyword }, options) => {
      if (keyword.trim() === '') throw new Error('a list of wiki pages needs a keyword');
      const query = { projectIdOrKey: projectId, keyword };
      return caller.read({ path: '/wikis', query, schema: wikiListSchema }, options);
    },
    get: (wikiId, options) => caller.read({ path: `/wikis/${wikiId}`, schema }, options),
    create: (projectId, { name, content }, options) => {
      const form = { projectId, name, content };
      return caller.write({ method: 'POST', path: '/wikis', form, schema }, options);
    },
    remove: (wikiId, options) =>
      caller.write({ method: 'DELETE', path: `/wikis/${wikiId}`, schema }, options),
  };
}
