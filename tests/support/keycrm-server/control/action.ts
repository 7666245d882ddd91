import { z } from 'zod';
import type { World } from '../world';

/** One address under /control: what it takes and what it does. */
export interface Action {
	name: string;
	/** @throws z.ZodError Where the body is not what the action takes. */
	run: ( world: World, body: unknown ) => unknown;
}

/** For actions whose answer says no more than that they were done. */
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
