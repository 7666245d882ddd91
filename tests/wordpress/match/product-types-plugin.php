<?php
/** Adds product types as plugins do, and declares for some of them how they keep stock. */

add_action( 'plugins_loaded', static function () {
	if ( class_exists( 'WC_Product_Variable' ) ) {
		class WC_Product_Variable_Subscription extends WC_Product_Variable {
			public function get_type() {
				return 'variable-subscription';
			}
		}
		class WC_Product_Bundle extends WC_Product {
			public function get_type() {
				return 'bundle';
			}
		}
	}
}, 20 );
add_filter( 'keycrm_stock_product_types', static fn ( array $kinds ): array => array(
	'voucher' => 'unit',
	'box'     => 'container',
	'link'    => 'numberless',
	'odd'     => 'no such kind',
	'odder'   => array( 'not even a word' ),
) + $kinds );
