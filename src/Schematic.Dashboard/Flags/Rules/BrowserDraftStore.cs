using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.JSInterop;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The browser's local storage, through app.js.</summary>
internal sealed class BrowserDraftStore(IJSRuntime js) : IRuleDraftStore
{
    // The browser may send 32 KB in one message, and a letter can be three bytes and an escape.
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
            // Written by another version, or storage is switched off: as if there were none.
            return null;
        }
    }

    public Task WriteAsync(string key, StoredDraft draft) =>
        TellAsync("schematic.draft.write", key, JsonSerializer.Serialize(draft, Json));

    public Task RemoveAsync(string key) => TellAsync("schematic.draft.remove", key);

    private async Task TellAsync(string function, params object[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
        }
        catch (Exception failure) when (failure is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Full, switched off or gone: the page still has what was entered.
        }
    }
}
