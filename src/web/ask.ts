/** How a page asks and tells: by the dotted name of an operation, typed by the contract. */
import {
  type MutationOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { call, type InputOf, type OperationName, type OutputOf } from "./api.ts";
import { onceAtATime } from "./once.ts";
import type { Problem } from "./problem.ts";

interface Asking {
  /** false waits: for an input that is not there yet. */
  enabled?: boolean;
  /**
   * Kinds of things ("objective", "key-result") whose changes by anybody refetch this answer. A change to a thing
   * whose id the answer already mentions refetches it anyway.
   */
  live?: readonly string[];
  /** Keeps showing the answer to the previous input until the next one is here: for filters and pages. */
  keepPrevious?: boolean;
}

/** An input may be left out when every part of it is optional. */
type Given<Name extends OperationName, Options> =
  undefined extends InputOf<Name>
    ? [input?: InputOf<Name>, options?: Options]
    : Record<never, never> extends InputOf<Name>
      ? [input?: InputOf<Name>, options?: Options]
      : [input: InputOf<Name>, options?: Options];

/** What the server answers to an operation that changes nothing: `const today = useAsk("focus.today")`. */
export function useAsk<Name extends OperationName>(
  name: Name,
  ...[input, options = {}]: Given<Name, Asking>
): UseQueryResult<OutputOf<Name>, Problem> {
  const { enabled = true, live = [], keepPrevious = false } = options;
  return useQuery<OutputOf<Name>, Problem>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => call(name, input as InputOf<Name>, signal),
    enabled,
    meta: { live },
    ...(keepPrevious ? { placeholderData: (previous: unknown) => previous as never } : {}),
  });
}

interface Telling<Name extends OperationName> {
  /** Operations ("focus.today") or whole rooms ("focus") whose answers are no longer true after this. */
  invalidates?: readonly Invalidated[];
  /** After the answer is in and before the invalidated ones are refetched. */
  onDone?: (answer: OutputOf<Name>, input: InputOf<Name>) => void;
}

/** The operation's name, or the beginning of several: its room, or its room and noun. */
export type Invalidated = OperationName | BeginningOf<OperationName>;
type BeginningOf<Name extends string> = Name extends `${infer Room}.${infer Rest}`
  ? Room | `${Room}.${BeginningOf<Rest>}`
  : never;

/**
 * An operation that changes something: `const save = useTell("strategy.vision.set", { invalidates: ["strategy"] })`.
 * Telling the same again while it is under way, as a double click does, is the same telling: one request goes out.
 */
export function useTell<Name extends OperationName>(
  name: Name,
  { invalidates = [], onDone }: Telling<Name> = {},
): UseMutationResult<OutputOf<Name>, Problem, InputOf<Name>> {
  const queries = useQueryClient();
  const options: MutationOptions<OutputOf<Name>, Problem, InputOf<Name>> = {
    mutationFn: (input) => call(name, input),
    onSuccess: (answer, input) => {
      onDone?.(answer, input);
      for (const stale of invalidates) void queries.invalidateQueries({ queryKey: stale.split(".") });
    },
  };
  const told = useMutation(options);
  const { mutateAsync } = told;
  const [once] = useState(() => onceAtATime<OutputOf<Name>>());
  return useMemo(() => {
    const tell: typeof mutateAsync = (...asked) => once(asked[0], () => mutateAsync(...asked));
    const mutate: typeof told.mutate = (...asked) => void tell(...asked).catch(() => {});
    return { ...told, mutateAsync: tell, mutate };
  }, [told, mutateAsync, once]);
}

/** The key under which an answer is remembered: the name's parts, then the input. */
export function keyOf<Name extends OperationName>(name: Name, input?: InputOf<Name>): readonly unknown[] {
  return input === undefined ? name.split(".") : [...name.split("."), input];
}
