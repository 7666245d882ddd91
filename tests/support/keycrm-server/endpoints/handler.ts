import type { Faults } from '../faults/fault-box';
import type { Call } from '../http/call';
import type { Reply } from '../http/reply';
import type { World } from '../world';

/** The input of an endpoint. `id` is the number in its path; 0: none. */
export interface Request {
	world: World;
	call: Call;
	faults: Faults;
	id: number;
}

export type Handler = ( request: Request ) => Reply;
