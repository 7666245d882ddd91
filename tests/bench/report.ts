/** What the bench prints. */
import { loadavg } from 'node:os';

export interface Row {
	readonly part: string;
	readonly values: Record< string, string >;
	readonly must?: string;
	/** Whether the required value was reached; absent if none is required. */
	readonly reached?: boolean;
}

export function fixed( value: number, digits: number ): string {
	return value.toLocaleString( 'en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	} );
}

export function median( values: readonly number[] ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const middle = Math.floor( sorted.length / 2 );
	return sorted.length % 2 === 1
		? sorted[ middle ] ?? 0
		: ( ( sorted[ middle - 1 ] ?? 0 ) + ( sorted[ middle ] ?? 0 ) ) / 2;
}

/** @param times Milliseconds, the shortest first. */
export function timesRow(
	part: string,
	times: readonly number[],
	mostMs: number
): Row {
	const p95 = times[ Math.floor( times.length * 0.95 ) ] ?? Infinity;
	return {
		part,
		values: {
			'median, ms': fixed( median( times ), 0 ),
			'p95, ms': fixed( p95, 0 ),
			'slowest, ms': fixed( times.at( -1 ) ?? Infinity, 0 ),
		},
		must: `p95 ${ mostMs } ms`,
		reached: p95 <= mostMs,
	};
}

/** Prints progress with the machine's load, because times mean little without it. */
export function tell( words: string ): void {
	console.error( `· ${ words } (load ${ fixed( loadavg()[ 0 ] ?? 0, 1 ) })` );
}

function verdict( { reached, must }: Row ): string {
	if ( must === undefined ) {
		return '';
	}
	return `${ reached ? 'reached' : 'MISSED' }: ${ must }`;
}

/** Rows with the same columns stand under one heading. */
export function print( rows: readonly Row[] ): void {
	let heading = '';
	for ( const row of rows ) {
		const names = Object.keys( row.values );
		if ( names.join() !== heading ) {
			heading = names.join();
			console.log(
				`\n${ ''.padEnd( 36 ) }${ names
					.map( ( name ) => name.padStart( 15 ) )
					.join( '' ) }`
			);
		}
		const cells = Object.values( row.values )
			.map( ( value ) => value.padStart( 15 ) )
			.join( '' );
		console.log(
			`${ row.part.padEnd( 36 ) }${ cells }   ${ verdict( row ) }`
		);
	}
}
