import * as fc from 'fast-check';
import type { Scenario } from './simulate';

const few = fc.integer( { min: 1, max: 6 } );

/** Any life of a shop; a smaller one is a simpler one. */
export const scenarios: fc.Arbitrary< Scenario > = fc.record( {
	seed: fc.integer(),
	choices: fc.array( fc.nat( 255 ), { maxLength: 200 } ),
	owned: fc.tuple( few, few ),
	buyers: fc.integer( { min: 2, max: 8 } ),
	rules: fc.record( {
		subtract_reserve: fc.boolean(),
		allow_negative: fc.boolean(),
	} ),
} );
