<?php
/**
 * The file of each class. WooCommerce's class names do not contain folders, so this is a list.
 */

declare(strict_types=1);

spl_autoload_register(
	static function ( string $name ): void {
		$files = array(
			'WooStandIn\\Admin\\Menu'                            => 'admin/menu.php',
			'WC_Cache_Helper'                                    => 'core/cache-helper.php',
			'WC_Data_Store_WP'                                   => 'core/data-store-wp.php',
			'WC_Data_Store'                                      => 'core/data-store.php',
			'WC_Data'                                            => 'core/data.php',
			'WC_DateTime'                                        => 'core/date-time.php',
			'WC_Data_Exception'                                  => 'core/exception.php',
			'WooStandIn\\Core\\HasPlainProps'                    => 'core/has-plain-props.php',
			'WC_Integration'                                     => 'core/integration.php',
			'WC_Integrations'                                    => 'core/integrations.php',
			'WooStandIn\\Core\\KeepsMeta'                        => 'core/keeps-meta.php',
			'WooStandIn\\Core\\KeepsProps'                       => 'core/keeps-props.php',
			'WC_Log_Levels'                                      => 'core/log-levels.php',
			'WC_Logger_Interface'                                => 'core/logger-interface.php',
			'WC_Logger'                                          => 'core/logger.php',
			'WC_Meta_Data'                                       => 'core/meta-data.php',
			'WC_Settings_API'                                    => 'core/settings-api.php',
			'WooCommerce'                                        => 'core/woocommerce.php',
			'WC_Install'                                         => 'install/install.php',
			'WooStandIn\\Install\\OrderSchema'                   => 'install/order-schema.php',
			'WC_Post_Types'                                      => 'install/post-types.php',
			'WooStandIn\\Install\\QueueSchema'                   => 'install/queue-schema.php',
			'WooStandIn\\Install\\Roles'                         => 'install/roles.php',
			'WooStandIn\\Install\\Schema'                        => 'install/schema.php',
			'WC_Abstract_Order'                                  => 'orders/abstract-order.php',
			'WC_Order_Factory'                                   => 'orders/factory.php',
			'WooStandIn\\Orders\\HasLines'                       => 'orders/has-lines.php',
			'WooStandIn\\Orders\\HasRefunds'                     => 'orders/has-refunds.php',
			'WooStandIn\\Orders\\NewRefund'                      => 'orders/new-refund.php',
			'WooStandIn\\Orders\\OrderHooks'                     => 'orders/order-hooks.php',
			'WC_Order_Item_Product'                              => 'orders/order-item-product.php',
			'WC_Order_Item'                                      => 'orders/order-item.php',
			'WC_Order_Refund'                                    => 'orders/order-refund.php',
			'WC_Order'                                           => 'orders/order.php',
			'WooStandIn\\Orders\\PlainValues'                    => 'orders/plain-values.php',
			'WC_Order_Query'                                     => 'orders/query.php',
			'WooStandIn\\Orders\\Store\\DateCondition'           => 'orders/store/date-condition.php',
			'WooStandIn\\Orders\\Store\\KeepsOrderMeta'          => 'orders/store/keeps-order-meta.php',
			'WooStandIn\\Orders\\Store\\KeepsOrders'             => 'orders/store/keeps-orders.php',
			'WooStandIn\\Orders\\Store\\OrderFinder'             => 'orders/store/order-finder.php',
			'WC_Order_Item_Product_Data_Store'                   => 'orders/store/order-item-store.php',
			'WC_Order_Data_Store_CPT'                            => 'orders/store/posts-store.php',
			'WC_Order_Refund_Data_Store_CPT'                     => 'orders/store/refund-posts-store.php',
			'WooStandIn\\Orders\\Store\\TablesStore'             => 'orders/store/tables-store.php',
			'WooStandIn\\Products\\AnswersQuestions'             => 'products/answers-questions.php',
			'WooStandIn\\Products\\AttributeLookup'              => 'products/attribute-lookup.php',
			'WC_Product_Attribute'                               => 'products/attribute.php',
			'WC_Product_External'                                => 'products/external.php',
			'WC_Product_Factory'                                 => 'products/factory.php',
			'WC_Product_Grouped'                                 => 'products/grouped.php',
			'WooStandIn\\Products\\HasCatalogueProps'            => 'products/has-catalogue-props.php',
			'WooStandIn\\Products\\HasPriceProps'                => 'products/has-price-props.php',
			'WooStandIn\\Products\\HasStockProps'                => 'products/has-stock-props.php',
			'WooStandIn\\Products\\PlainValues'                  => 'products/plain-values.php',
			'WC_Post_Data'                                       => 'products/post-data.php',
			'WC_Product'                                         => 'products/product.php',
			'WC_Product_Query'                                   => 'products/query.php',
			'WC_Product_Simple'                                  => 'products/simple.php',
			'WooStandIn\\Products\\Store\\FindsProducts'         => 'products/store/finds-products.php',
			'WooStandIn\\Products\\Store\\MetaMap'               => 'products/store/meta-map.php',
			'WC_Product_Data_Store_CPT'                          => 'products/store/product-store.php',
			'WooStandIn\\Products\\Store\\ReadsProducts'         => 'products/store/reads-products.php',
			'WC_Product_Variable_Data_Store_CPT'                 => 'products/store/variable-store.php',
			'WC_Product_Variation_Data_Store_CPT'                => 'products/store/variation-store.php',
			'WooStandIn\\Products\\Store\\WritesMeta'            => 'products/store/writes-meta.php',
			'WooStandIn\\Products\\Store\\WritesStock'           => 'products/store/writes-stock.php',
			'WooStandIn\\Products\\Store\\WritesTerms'           => 'products/store/writes-terms.php',
			'WooStandIn\\Products\\Store\\WritesVariations'      => 'products/store/writes-variations.php',
			'WC_Product_Variable'                                => 'products/variable.php',
			'WC_Product_Variation'                               => 'products/variation.php',
			'ActionScheduler'                                    => 'queue/action-scheduler.php',
			'ActionScheduler_Action'                             => 'queue/action.php',
			'ActionScheduler_ActionClaim'                        => 'queue/claim.php',
			'WooStandIn\\Queue\\ClaimsActions'                   => 'queue/claims-actions.php',
			'ActionScheduler_DateTime'                           => 'queue/date-time.php',
			'ActionScheduler_DBStore'                            => 'queue/db-store.php',
			'WooStandIn\\Queue\\FindsActions'                    => 'queue/finds-actions.php',
			'ActionScheduler_FinishedAction'                     => 'queue/finished-action.php',
			'ActionScheduler_IntervalSchedule'                   => 'queue/interval-schedule.php',
			'ActionScheduler_NullAction'                         => 'queue/null-action.php',
			'ActionScheduler_NullSchedule'                       => 'queue/null-schedule.php',
			'WooStandIn\\Queue\\Queue'                           => 'queue/queue.php',
			'ActionScheduler_QueueRunner'                        => 'queue/runner.php',
			'ActionScheduler_Schedule'                           => 'queue/schedule.php',
			'ActionScheduler_SimpleSchedule'                     => 'queue/simple-schedule.php',
			'ActionScheduler_Store'                              => 'queue/store.php',
			'Automattic\\WooCommerce\\Utilities\\FeaturesUtil'   => 'utilities/features-util.php',
			'Automattic\\WooCommerce\\Utilities\\OrderUtil'      => 'utilities/order-util.php',
			'Automattic\\WooCommerce\\Enums\\ProductStockStatus' => 'utilities/product-stock-status.php',
		);
		if ( isset( $files[ $name ] ) ) {
			require __DIR__ . '/' . $files[ $name ];
		}
	}
);

// PHP cannot autoload functions, so these files are loaded now.
require __DIR__ . '/core/attributes.php';
require __DIR__ . '/core/formatting.php';
require __DIR__ . '/core/functions.php';
require __DIR__ . '/orders/functions.php';
require __DIR__ . '/orders/refund-functions.php';
require __DIR__ . '/orders/stock-functions.php';
require __DIR__ . '/products/functions.php';
require __DIR__ . '/products/stock-functions.php';
require __DIR__ . '/queue/functions.php';
