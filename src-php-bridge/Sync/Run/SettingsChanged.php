<?php
/**
 * The settings are no longer those that the guard has seen.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

/** Thrown inside the writer's lock too: then nothing of the page is written. */
final class SettingsChanged extends \RuntimeException {}
