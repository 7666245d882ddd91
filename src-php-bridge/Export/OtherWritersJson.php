<?php
/**
 * Other programs that set stock, as JSON.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\OtherPlugin\ConflictingPlugins;
use KeyCrmStock\Text\OtherWritersNotices;

final class OtherWritersJson {

	public function __construct(
		private readonly ConflictingPlugins $plugins,
		private readonly OtherWritersNotices $notices,
	) {}

	/** @return array{official_plugin: bool, writer_notices: list<array{text: string, url: string}>} @see src-admin/contract/settings/settings.ts settingsSchema */
	public function to_array(): array {
		return array(
			'official_plugin' => $this->plugins->official->is_active(),
			'writer_notices'  => $this->notices->all(),
		);
	}
}
