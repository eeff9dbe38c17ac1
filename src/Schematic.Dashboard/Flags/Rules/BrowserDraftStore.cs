using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.JSInterop;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The browser's local storage, through app.js.</summary>
internal sealed partial class BrowserDraftStore(IJSRuntime js, ILogger<BrowserDraftStore> logger) : IRuleDraftStore
{
    // SignalR takes at most 32 KB from the browser in one message, and a letter can be three bytes and an escape.
    private const int PieceLength = 5_000;

    // In ASCII, so that no piece ends in the middle of a letter.
    private static readonly JsonSerializerOptions Json = new(WireJson.Tolerant) { Encoder = JavaScriptEncoder.Default };

    public async Task<StoredDraft?> ReadAsync(string key)
    {
        var text = new StringBuilder();
        try
        {
            string? piece;
            do
            {
                piece = await js.InvokeAsync<string?>("schematic.draft.read", key, text.Length, PieceLength);
                text.Append(piece);
            } while (piece?.Length == PieceLength);

            return text.Length == 0 ? null : JsonSerializer.Deserialize<StoredDraft>(text.ToString(), Json);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Written by another version, or storage is switched off: the same as no draft.
            Log.Unreadable(logger, unreadable);
            return null;
        }
    }

    public Task<bool> TryWriteAsync(string key, StoredDraft draft) =>
        TryInvokeAsync("schematic.draft.write", key, JsonSerializer.Serialize(draft, Json));

    public Task RemoveAsync(string key) => TryInvokeAsync("schematic.draft.remove", key);

    private async Task<bool> TryInvokeAsync(string function, params object[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
            return true;
        }
        catch (JSException refused)
        {
            Log.Refused(logger, function, refused);
            return false;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The line is cut, not the storage full. The circuit keeps the draft, and the next change writes all of it.
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A draft of rules in the browser could not be read and is ignored.")]
        public static partial void Unreadable(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The browser refused {Function}: drafts of rules do not outlive the page.")]
        public static partial void Refused(ILogger logger, string function, Exception exception);
    }
}
