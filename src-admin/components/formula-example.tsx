import { __, sprintf } from '@wordpress/i18n';
import type { EditableSettings, Example } from '../contract';
import { applyRule } from '../formula';
import { sentence } from '../sum-words';

interface Props {
	example: Example | undefined;
	rule: EditableSettings;
}

/** The formula at work on a real product, as the settings stand in the form. */
export function FormulaExample( { example, rule }: Props ) {
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
				{ sentence( applyRule( example.warehouses, rule ) ) }
			</output>
		</p>
	);
}
