import { z } from 'zod';
import type { World } from '../world';

/** An address under /control: the schema of its body, and its action. */
export interface Action {
	name: string;
	/** @throws z.ZodError Where the body is not what the action takes. */
	run: ( world: World, body: unknown ) => unknown;
}

/** The answer of actions that return no data. */
export const DONE = { ok: true };

export function action< T >(
	name: string,
	schema: z.ZodType< T >,
	run: ( world: World, body: T ) => unknown
): Action {
	return {
		name,
		run: ( world, body ) => run( world, schema.parse( body ) ),
	};
}

export const nothing = z.object( {} );
export const byId = z.object( { id: z.number() } );
