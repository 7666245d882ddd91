import { __, sprintf } from '@wordpress/i18n';
import type { Example } from '../../contract';
import { applyFormula } from '../formula/formula';
import { errorsOf } from './settings-draft';
import type { Draft } from './settings-draft';
import { sumSentence } from '../formula/sum-sentence';

interface Props {
	example: Example | undefined;
	draft: Draft;
}

/** With settings that cannot be saved, the example would be wrong. */
const isComputable = ( draft: Draft ): boolean =>
	! Object.keys( errorsOf( draft ) ).some( ( field ) =>
		/^(buffer|warehouse_)/.test( field )
	);

/** The result of the formula for a real product, with the settings in the form. */
export function FormulaExample( { example, draft }: Props ) {
	if ( undefined === example ) {
		return null;
	}
	const title =
		'' === example.product_name
			? sprintf(
					/* translators: %s: SKU. */
					__( 'Example: SKU %s', 'stock-sync-for-keycrm' ),
					example.sku
			  )
			: sprintf(
					/* translators: 1: product name, 2: SKU. */
					__( 'Example: “%1$s” (SKU %2$s)', 'stock-sync-for-keycrm' ),
					example.product_name,
					example.sku
			  );
	return (
		<p className="keycrm-stock-example">
			{ title }{ ' ' }
			<output>
				{ isComputable( draft )
					? sumSentence( applyFormula( example.warehouses, draft ) )
					: __(
							'Correct the numbers above to see what is for sale.',
							'stock-sync-for-keycrm'
					  ) }
			</output>
		</p>
	);
}
