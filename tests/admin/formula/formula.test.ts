import { editableSettingsSchema } from '../../../src-admin/contract';
import { applyRule } from '../../../src-admin/features/formula/formula';
import { sentence } from '../../../src-admin/features/formula/sum-sentence';
import { partsOf, SENTENCES } from '../../support/sentence-table';
import { SUM_CASES } from '../../support/sum-table';

const DEFAULTS = editableSettingsSchema.parse( {} );

it.each( SUM_CASES )( '$says', ( { rows, rule, says } ) => {
	expect(
		sentence( applyRule( [ ...rows ], { ...DEFAULTS, ...rule } ) )
	).toBe( says );
} );

it.each( SENTENCES )( 'of the server: %j', ( parts, says ) => {
	expect( sentence( partsOf( parts ) ) ).toBe( says );
} );
