import { fetchChanges, type ChangesQuery } from '../api';
import type { ChangeList } from '../contract';
import { useAnswer, type AnswerState } from './use-answer';

/** One page of a run's changes; asked for again whenever `revision` changes. */
export const useChanges = (
	query: ChangesQuery,
	revision: string
): AnswerState< ChangeList > =>
	useAnswer(
		() => fetchChanges( query ),
		`${ JSON.stringify( query ) } ${ revision }`
	);
