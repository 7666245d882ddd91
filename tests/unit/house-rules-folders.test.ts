/** How many files of PHP one folder may have, so that a reader sees them at one look. */
import { dirname, join } from 'node:path';
import { filesBelow, ROOT } from '../support/worlds/paths';

const MOST = 21;

test( `No folder has more than ${ MOST } files`, () => {
	const counts = new Map< string, number >();
	for ( const name of filesBelow( join( ROOT, 'src-php-bridge' ) ) ) {
		const folder = dirname( name );
		counts.set( folder, ( counts.get( folder ) ?? 0 ) + 1 );
	}
	expect( counts.size ).toBeGreaterThan( 30 );
	expect( [ ...counts ].filter( ( [ , count ] ) => count > MOST ) ).toEqual(
		[]
	);
} );
