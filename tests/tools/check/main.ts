/**
 * `npm test`: everything, or the steps named (`npm test -- types unit`).
 */
import { findSources } from '../../support/worlds/sources';
import { describeWorld, openEngine } from '../../support/worlds/world';
import type { Outcome, Step } from './step';
import { MORE_STEPS, STEPS } from './steps';

async function world(): Promise< string > {
	const engine = await openEngine();
	const { words } = describeWorld( engine, findSources() );
	await engine.stop();
	return words;
}

function chosen( names: readonly string[] ): readonly Step[] {
	if ( names.length === 0 ) {
		return STEPS;
	}
	return names.map( ( name ) => {
		const step = [ ...STEPS, ...MORE_STEPS ].find(
			( { key } ) => key === name
		);
		if ( step === undefined ) {
			throw new Error( `There is no step "${ name }".` );
		}
		return step;
	} );
}

function line( step: Step, outcome: Outcome, seconds: number ): string {
	const { passed, failed, skipped = 0, leftOut } = outcome;
	const counts =
		leftOut ??
		[
			`${ passed } passed`,
			...( failed > 0 ? [ `${ failed } FAILED` ] : [] ),
			...( skipped > 0 ? [ `${ skipped } skipped` ] : [] ),
		].join( ', ' );
	return `  ${ step.name.padEnd( 26 ) } ${ counts.padEnd( 28 ) } ${ seconds
		.toFixed( 0 )
		.padStart( 5 ) } s`;
}

async function main(): Promise< void > {
	const words = await world();
	console.log( `Testing on ${ words }.\n` );
	const lines: string[] = [];
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for ( const step of chosen( process.argv.slice( 2 ) ) ) {
		const from = Date.now();
		console.log( `— ${ step.name }` );
		const outcome = await step.run();
		if ( outcome.failed > 0 ) {
			console.log( outcome.output );
		}
		sum.passed += outcome.passed;
		sum.failed += outcome.failed;
		sum.skipped += outcome.skipped ?? 0;
		lines.push( line( step, outcome, ( Date.now() - from ) / 1000 ) );
	}
	console.log( `\n${ lines.join( '\n' ) }\n\nTested on ${ words }.` );
	const skipped = sum.skipped > 0 ? `, ${ sum.skipped } skipped` : '';
	console.log( `${ sum.passed } passed, ${ sum.failed } failed${ skipped }` );
	process.exitCode = sum.failed > 0 ? 1 : 0;
}

main().catch( ( error: unknown ) => {
	console.error( error );
	process.exitCode = 1;
} );
