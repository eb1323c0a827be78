import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { REPOSITORY } from '../events.ts';
import { type Answer, answer } from './answer.ts';
import { nodeId, type Repository } from './repository.ts';

const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));

interface Minimize {
  readonly input: { readonly subjectId: string; readonly classifier?: string };
}

/**
 * Runs a query on GitHub's schema, which checks the query, its variables and the answer. What is
 * not checked: whether GitHub minds hiding twice, and which permission it wants; here it is that of
 * writing comments.
 */
export async function runQuery(
  repository: Repository,
  { query, variables }: { readonly query: string; readonly variables?: Record<string, unknown> },
  { login, mayWrite }: { readonly login: string; readonly mayWrite: boolean },
): Promise<{ readonly answer: Answer; readonly faults: readonly string[] }> {
  const minimize = ({ input }: Minimize): object => {
    if (!mayWrite) throw new Forbidden('Resource not accessible by integration');
    const comment = repository.comments.find((one) => nodeId(one) === input.subjectId);
    if (!comment) throw new GraphQLError(`Could not resolve to a node: ${input.subjectId}`);
    comment.minimized = input.classifier?.toLowerCase() ?? null;
    return {
      __typename: 'IssueComment',
      id: input.subjectId,
      isMinimized: comment.minimized !== null,
      minimizedReason: comment.minimized,
      viewerCanMinimize: true,
    };
  };
  const findRepository = ({ owner, name }: Record<'owner' | 'name', string>): object => {
    if (`${owner}/${name}` !== REPOSITORY)
      throw new GraphQLError('Could not resolve to a Repository');
    return { pullRequest: findPull };
  };
  const findPull = ({ number }: { readonly number: number }): object => {
    const pull = repository.pulls.find((one) => one.number === number);
    if (!pull)
      throw new GraphQLError(`Could not resolve to a PullRequest with the number ${number}`);
    return { headRefOid: pull.sha };
  };
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables ?? null,
    rootValue: {
      viewer: { login },
      repository: findRepository,
      minimizeComment: (args: Minimize) => ({ minimizedComment: minimize(args) }),
      unminimizeComment: (args: Minimize) => ({ unminimizedComment: minimize(args) }),
    },
  });
  const faults = (result.errors ?? []).filter(
    ({ originalError }) => !(originalError instanceof Forbidden),
  );
  const errors = result.errors?.map((error) => ({
    ...error.toJSON(),
    ...(error.originalError instanceof Forbidden && { type: 'FORBIDDEN' }),
  }));
  return {
    answer: answer(200, { data: result.data ?? null, ...(errors && { errors }) }),
    faults: faults.map(({ message }) => `query: ${message}`),
  };
}

class Forbidden extends Error {}
