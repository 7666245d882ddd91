import * as fc from 'fast-check';
import type { Scenario } from './simulate';

const few = fc.integer( { min: 1, max: 6 } );

/** Random scenarios; fast-check shrinks a failing one to a simpler one. */
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
