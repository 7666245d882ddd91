<?php
/**
 * The three ways to keep stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Help;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Text\Help\DirectionText;
use KeyCrmStock\Text\Help\SourcesText;

/** GET /sources: sentences in the language of the person who asks, with the addresses of pictures. */
final class SourcesController extends Controller {

	/** @param string $pictures The address of the folder with a picture for each way. */
	public function __construct( private readonly string $pictures ) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/sources', array( $this->route( 'GET', fn (): array => $this->answer() ) ) );
	}

	/** @return array<string, mixed> @see src-admin/contract/sources.ts sourcesSchema */
	private function answer(): array {
		return array(
			'title'          => __( 'Three ways to keep stock', 'stock-sync-for-keycrm' ),
			'settings_title' => __( 'Settings that belong to it', 'stock-sync-for-keycrm' ),
			'ways'           => array_map( fn ( array $way ): array => $way + array( 'picture' => "{$this->pictures}{$way['way']}.svg" ), SourcesText::ways() ),
			'switches'       => DirectionText::switches(),
			'reserve'        => DirectionText::reserve(),
		);
	}
}
