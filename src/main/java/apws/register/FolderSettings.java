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
 * @param unended for how long a file whose last line does not end must not have changed to be refused, as one that was cut off
 * @param watched for how long a file that was taken is looked at for what is written to it afterwards
 */
@ConfigurationProperties("apws.imports.folder")
record FolderSettings(Path drop, @DefaultValue("PT5S") Duration every, @DefaultValue("PT5S") Duration settled,
                      @DefaultValue("PT10M") Duration unended, @DefaultValue("PT1H") Duration watched) {
}
