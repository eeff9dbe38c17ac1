using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Ui.Export;

/// <summary>Exports what the filters of a list leave, with progress; closing it cancels.</summary>
public sealed partial class ExportDialog<TRow> : CancellableComponent
{
    private CsvExport<TRow>? _export;
    private LoadFailure? _failure;
    private bool _isBusy;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>The list that is exported.</summary>
    [Parameter]
    [EditorRequired]
    public CsvSource<TRow> Source { get; set; } = default!;

    private async Task ExportAsync()
    {
        if (_isBusy)
            return;
        var closing = Closing;
        (_isBusy, _failure) = (true, null);
        var now = Time.GetUtcNow();
        _export = new(Source);
        try
        {
            await using var file = NewFile();
            await _export.WriteAsync(file, StateHasChanged, closing);
            file.Position = 0;
            using var stream = new DotNetStreamReference(file, leaveOpen: true);
            await Browser.InvokeVoidAsync(
                "schematic.saveFile",
                closing,
                $"{Source.FileName}-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv",
                "text/csv;charset=utf-8",
                stream
            );
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            _failure = LoadFailure.FromException(failure);
        }
        finally
        {
            _isBusy = false;
        }
    }

    // On disk, and gone with the stream: a list may be larger than what a circuit should hold.
    private static FileStream NewFile() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            }
        );

    private string ProgressText(CsvExport<TRow> export) =>
        (export.Total, _isBusy) switch
        {
            (null, _) => "Counting…",
            (_, false) when _failure is null =>
                $"{Quantity.Format(export.Done, Source.Noun.One, Source.Noun.Many)} exported.",
            ({ } total, _) => string.Create(
                CultureInfo.InvariantCulture,
                $"{export.Done:N0} of {Quantity.Format(total, Source.Noun.One, Source.Noun.Many)}"
            ),
        };

    private void Close() => Dialogs.Close();
}
