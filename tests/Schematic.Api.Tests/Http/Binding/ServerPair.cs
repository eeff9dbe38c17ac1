using System.Text.Json;
using Schematic.Api.Tests.Authentication;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Http.Binding;

/// <summary>A server on either database, with a scene of its own, that are asked the same.</summary>
internal sealed class ServerPair : IAsyncDisposable
{
    // Above every status that there is.
    private const int CutOff = 600;

    private readonly ApiServer[] _servers;
    private readonly HttpClient[] _clients;
    private Scene[] _scenes = [];

    private ServerPair(params ApiServer[] servers)
    {
        _servers = servers;
        // Nothing in between holds the answers to a description: what is sent is not what anybody describes.
        _clients =
        [
            .. servers.Select(static server => new HttpClient
            {
                BaseAddress = server.BaseAddress,
                DefaultRequestHeaders = { { GatewayHeaders.ApiKey, Keys.Console } },
            }),
        ];
    }

    public Scene Scene => _scenes[0];

    public static async Task<ServerPair> OpenAsync(ApiServer one, ApiServer other)
    {
        var pair = new ServerPair(one, other);
        await pair.RenewAsync();
        return pair;
    }

    public async Task RenewAsync() => _scenes = await Task.WhenAll(_servers.Select(Scene.SetAsync));

    /// <summary>Null if both answer alike, and neither fails.</summary>
    public async Task<string?> FindMistakeAsync(FuzzRequest request)
    {
        var answers = await Task.WhenAll(SendAsync(0, request), SendAsync(1, request));
        foreach (var (status, text) in answers)
        {
            if (status >= 500)
                return $"{status} {text}";
            if (status >= 400 && !HasError(text) && !IsRefusedByKestrel(request, status))
                return $"{status} without an error: {text}";
        }

        return answers[0].Status == answers[1].Status
            ? null
            : $"{answers[0].Status} and {answers[1].Status}\n{answers[0].Text}\n{answers[1].Text}";
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    // Before anything of ours sees it; what is said then cannot be chosen.
    private static bool IsRefusedByKestrel(FuzzRequest request, int status) =>
        status == 414 || (status == 400 && request.Address.Split('?')[0].Contains("%00", StringComparison.Ordinal));

    private static bool HasError(string text)
    {
        try
        {
            return JsonElement.Parse(text).TryGetProperty("error", out var error) && error.GetString()!.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<(int Status, string Text)> SendAsync(int server, FuzzRequest request)
    {
        using var message = request.For(_scenes[server]);
        message.Headers.Add(GatewayHeaders.EnvironmentId, _scenes[server]["environment_id"]);
        try
        {
            using var answer = await _clients[server].SendAsync(message, TestContext.Current.CancellationToken);
            return (
                (int)answer.StatusCode,
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        }
        catch (HttpRequestException failure)
        {
            return (CutOff, $"The answer was cut off: {failure.Message}");
        }
    }
}
