using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>Exports what the ledger's filters leave, with progress; closing it cancels.</summary>
public sealed partial class LedgerExportDialog : CancellableComponent
{
    private LedgerExport? _export;
    private LoadFailure? _failure;
    private bool _isBusy;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>The list that is exported.</summary>
    [Parameter]
    [EditorRequired]
    public LedgerListQuery Query { get; set; } = default!;

    private async Task ExportAsync()
    {
        if (_isBusy)
            return;
        var closing = Closing;
        (_isBusy, _failure) = (true, null);
        var now = Time.GetUtcNow();
        _export = new LedgerExport(Session.Gateway.CompanyCredits, Query.ToFilter(), now);
        try
        {
            await using var file = NewFile();
            await _export.WriteAsync(file, StateHasChanged, closing);
            file.Position = 0;
            using var stream = new DotNetStreamReference(file, leaveOpen: true);
            await Browser.InvokeVoidAsync(
                "schematic.saveFile",
                closing,
                $"credit-ledger-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv",
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

    // On disk, and gone with the stream: a ledger may be larger than what a circuit should hold.
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

    private string ProgressText(LedgerExport export) =>
        (export.Total, _isBusy) switch
        {
            (null, _) => "Counting…",
            (_, false) when _failure is null => $"{Quantity.Format(export.Done, "movement", "movements")} exported.",
            ({ } total, _) => string.Create(
                CultureInfo.InvariantCulture,
                $"{export.Done:N0} of {Quantity.Format(total, "movement", "movements")}"
            ),
        };

    private void Close() => Dialogs.Close();
}
