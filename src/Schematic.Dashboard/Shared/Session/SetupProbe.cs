namespace Schematic.Dashboard.Shared.Session;

/// <summary>Whether the installation still waits for its first admin. Once it does not, it never does again.</summary>
internal sealed class SetupProbe(GatewayFactory gateways)
{
    private volatile bool _isDone;

    /// <summary>Throws <see cref="Gateway.Http.GatewayException"/> where the API cannot say.</summary>
    public async Task<bool> IsRequiredAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
            return false;
        using var gateway = gateways.Create(sessionToken: null);
        var required = (await gateway.Setup.GetSetupAsync(cancellationToken)).Data.Required;
        _isDone = !required;
        return required;
    }
}
