<?php
/**
 * The wiring of the plugin's parts of wp-admin.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Category\CategoryBufferField;
use KeyCrmStock\Admin\Category\CategoryExcludeField;
use KeyCrmStock\Admin\Category\CategoryForm;
use KeyCrmStock\Admin\ProductEdit\ProductBufferField;
use KeyCrmStock\Admin\ProductEdit\ProductExcludeField;
use KeyCrmStock\Admin\ProductEdit\StockMetaBox;
use KeyCrmStock\Admin\ProductList\ExcludeBulkAction;
use KeyCrmStock\Admin\ProductList\ExcludeQuickEdit;
use KeyCrmStock\Admin\ProductList\ProductListScreen;
use KeyCrmStock\Admin\ProductList\StateColumn;
use KeyCrmStock\Admin\ProductList\StateFilter;
use KeyCrmStock\Admin\ProductList\SyncRowAction;
use KeyCrmStock\Admin\Screen\AdminPage;
use KeyCrmStock\Admin\Screen\AttentionNotice;
use KeyCrmStock\Admin\Screen\BuiltScript;
use KeyCrmStock\Admin\Screen\TablesNotice;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Services;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Sync\Product\ProductStateFilter;
use KeyCrmStock\Sync\Product\ProductStates;
use KeyCrmStock\Sync\Product\StockExplainer;

/** Every page of wp-admin registers these, so each part builds what it needs when it is shown. */
final class AdminScreens {

	/**
	 * @param string                $file     The plugin's main file.
	 * @param \Closure(): ?Services $services Null without WooCommerce, and while there are no tables.
	 * @param \Closure(): Schema    $schema
	 * @param \Closure(): Database  $database
	 * @param \Closure(): void      $activate Called when the plugin's page is opened.
	 */
	public function __construct(
		private readonly string $file,
		private readonly \Closure $services,
		private readonly \Closure $schema,
		private readonly \Closure $database,
		private readonly \Closure $activate,
	) {}

	public function register(): void {
		( new AdminPage( $this->file, $this->activate ) )->register();
		( new TablesNotice( $this->schema ) )->register();
		( new ProductBufferField() )->register();
		( new CategoryForm( new CategoryBufferField() ) )->register();
		( new ProductExcludeField( $this->exclusion( ... ) ) )->register();
		( new CategoryForm( new CategoryExcludeField() ) )->register();
		( new ProductListScreen( $this->extend_list( ... ) ) )->register();
		( new AttentionNotice( $this->alerts( ... ), fn (): ?SettingsStore => $this->services()?->settings ) )->register();
		( new StockMetaBox( fn (): ?StockExplainer => $this->services()?->stock_explainer, new BuiltScript( $this->file, 'product' ) ) )->register();
	}

	private function extend_list(): void {
		( new ExcludeQuickEdit( $this->exclusion( ... ) ) )->register();
		( new ExcludeBulkAction( $this->exclusion( ... ) ) )->register();
		// The state of the sync is only for users who manage WooCommerce.
		if ( current_user_can( 'manage_woocommerce' ) ) {
			( new StateColumn( fn (): ?ProductStates => $this->services()?->product_states ) )->register();
			( new SyncRowAction() )->register();
			( new StateFilter( fn (): ?ProductStateFilter => $this->services()?->product_state_filter ) )->register();
		}
	}

	/** Built without the other services. Null while there are no tables. */
	private function alerts(): ?RunAlerts {
		return ( $this->schema )()->is_in_place() ? new RunAlerts( ( $this->database )() ) : null;
	}

	private function exclusion(): ExclusionMarks {
		$database = ( $this->database )();
		return new ExclusionMarks( $database, new Translations( $database ) );
	}

	private function services(): ?Services {
		return ( $this->services )();
	}
}
