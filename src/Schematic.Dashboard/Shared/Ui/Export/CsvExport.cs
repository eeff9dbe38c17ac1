using System.Text;

namespace Schematic.Dashboard.Shared.Ui.Export;

/// <summary>Writes a whole list into a file, and knows how far it has come.</summary>
internal sealed class CsvExport<TRow>(CsvSource<TRow> source)
{
    /// <summary>Rows written so far.</summary>
    public long Done { get; private set; }

    /// <summary>Rows there are; null until they are counted.</summary>
    public long? Total { get; private set; }

    /// <param name="file">Gets UTF-8 with a mark, by which spreadsheets know it.</param>
    /// <param name="progressed">Called after each page.</param>
    public async Task WriteAsync(Stream file, Action progressed, CancellationToken cancellationToken)
    {
        Total = (await source.CountAsync(cancellationToken)).Data.Count;
        progressed();
        await using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(source.Header.AsMemory(), cancellationToken);
        IReadOnlyList<TRow> page;
        do
        {
            page = (await source.ListAsync(Done, cancellationToken)).Data;
            foreach (var row in page)
                await writer.WriteAsync(source.ToLine(row).AsMemory(), cancellationToken);
            Done += page.Count;
            progressed();
        } while (page.Count == Contracts.Wire.Page.MaxLimit);
    }
}
