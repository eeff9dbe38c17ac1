using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Ui.Export;

/// <summary>A list that can be saved as a file.</summary>
public sealed record CsvSource<TRow>
{
    public required Noun Noun { get; init; }

    /// <summary>Name of the file, before the time and the ending.</summary>
    public required string FileName { get; init; }

    /// <summary>The first line.</summary>
    public required string Header { get; init; }

    /// <summary>A row as a line.</summary>
    public required Func<TRow, string> ToLine { get; init; }

    /// <summary>Counts the rows.</summary>
    public required Func<CancellationToken, Task<Envelope<CountResponse>>> CountAsync { get; init; }

    /// <summary>Lists the rows after an offset, as many as a page can have.</summary>
    public required Func<long, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> ListAsync { get; init; }
}
