package apws.register;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the schools' systems drop their files.
 *
 * @param drop    the folder, on several nodes the same one; null for none. A folder in it that is named after a school, seven digits, is that
 *                school's: files in it are taken for its own pupils only
 * @param every   how often it is looked at
 * @param settled for how long a file must not have changed to count as fully written
 */
@ConfigurationProperties("apws.imports.folder")
record FolderSettings(Path drop, @DefaultValue("PT5S") Duration every, @DefaultValue("PT5S") Duration settled) {
}
