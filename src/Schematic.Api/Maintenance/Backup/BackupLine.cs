using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>
/// A line of a backup that is not a row. The first says which kind of file it is and which schema it has; one stands
/// before the rows of each table and one after them; the last tells whether everything is there.
/// </summary>
internal sealed record BackupLine
{
    public const string FormatName = "schematic-backup";

    /// <summary>Raised when an older program could not read what is written.</summary>
    public const int FormatVersion = 1;

    /// <summary>Reads and writes lines and rows.</summary>
    public static JsonSerializerOptions Json { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary><see cref="FormatName"/> in the first line; null in all others.</summary>
    public string? Format { get; init; }

    public int? Version { get; init; }

    /// <summary>Version of the program that made the backup.</summary>
    public string? Program { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Migrations of the schema, oldest first, under the names that SQLite's have.</summary>
    public IReadOnlyList<string>? Migrations { get; init; }

    /// <summary>Begins a table: each line until its end is a row.</summary>
    public BackupTable? Table { get; init; }

    /// <summary>Name of the table that ends here, or <see cref="FormatName"/> in the last line.</summary>
    public string? End { get; init; }

    /// <summary>Rows of the table that ends here; of all tables in the last line.</summary>
    public long? Rows { get; init; }

    /// <summary>The last number that the table's counter has given; null if it has none.</summary>
    public long? Counter { get; init; }

    /// <summary>SHA-256 of all lines but the last, in hexadecimal digits.</summary>
    public string? Sha256 { get; init; }
}
