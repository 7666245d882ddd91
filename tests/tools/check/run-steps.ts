/**
 * Runs the steps of a check, two at a time, because most of them keep one core busy.
 */
import type { Done, Step } from './step';

const SIDE_BY_SIDE = 2;

async function runStep( step: Step ): Promise< Done > {
	const from = Date.now();
	if ( step.alone === true ) {
		console.log( `— ${ step.name }` );
	}
	const outcome = await step.run();
	return { step, outcome, seconds: ( Date.now() - from ) / 1000 };
}

/** A step waits for the steps named in `after`. A step with `alone` waits until no other step is running. */
function mayStart(
	step: Step,
	waiting: readonly Step[],
	running: ReadonlySet< Step >
): boolean {
	const unfinished = [ ...waiting, ...running ];
	return step.alone === true
		? running.size === 0
		: ! unfinished.some( ( { key } ) => step.after?.includes( key ) );
}

/** @param tell Hears of each step as it ends. */
export async function runSteps(
	steps: readonly Step[],
	tell: ( done: Done ) => void
): Promise< Done[] > {
	const waiting = [ ...steps ];
	const running = new Map< Step, Promise< Done > >();
	const all: Done[] = [];
	while ( waiting.length > 0 || running.size > 0 ) {
		const busy = new Set( running.keys() );
		const isAlone = [ ...busy ].some( ( { alone } ) => alone === true );
		const next =
			busy.size < SIDE_BY_SIDE && ! isAlone
				? waiting.find( ( step ) => mayStart( step, waiting, busy ) )
				: undefined;
		if ( next !== undefined ) {
			waiting.splice( waiting.indexOf( next ), 1 );
			running.set( next, runStep( next ) );
			continue;
		}
		if ( running.size === 0 ) {
			throw new Error( 'Steps wait for each other.' );
		}
		const done = await Promise.race( running.values() );
		running.delete( done.step );
		all.push( done );
		tell( done );
	}
	return steps.flatMap( ( step ) =>
		all.filter( ( done ) => done.step === step )
	);
}
