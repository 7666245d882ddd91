<?php
/**
 * What the owner is told of other programs that set stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\OtherPlugin\ConflictingPlugins;
use KeyCrmStock\Status\OtherWriters;

final class OtherWritersNotices {

	public function __construct(
		private readonly OtherWriters $writers,
		private readonly ConflictingPlugins $plugins,
		private readonly Catalogue $catalogue,
	) {}

	/** Sentences; '' where no other program sets quantities back. */
	public function contested(): string {
		$contested = $this->writers->contested();
		return array() === $contested ? '' : OtherWritersText::contested(
			$contested,
			$this->catalogue->names( array_column( $contested, 'product_id' ) ),
			array( ...$this->plugins->sure(), ...$this->plugins->possible() )
		);
	}

	/** Sentences; '' where KeyCRM's messages come as they should. */
	public function silent(): string {
		$since = $this->writers->silent_since();
		return null === $since ? '' : OtherWritersText::silent( $since );
	}

	/** @return list<array{text: string, url: string}> With the address at which it can be ended; '' where that is unknown. */
	public function all(): array {
		$plugins = $this->plugins->sure();
		$notices = array(
			array( array() === $plugins ? '' : OtherWritersText::overwriting( $plugins ), $this->plugins->settings_url() ),
			array( $this->contested(), '' ),
			array( $this->silent(), '' ),
		);
		$told    = array_filter( $notices, static fn ( array $notice ): bool => '' !== $notice[0] );
		return array_map( static fn ( array $notice ): array => array_combine( array( 'text', 'url' ), $notice ), array_values( $told ) );
	}
}
