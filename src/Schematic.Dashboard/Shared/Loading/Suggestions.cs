namespace Schematic.Dashboard.Shared.Loading;

/// <summary>Loads what a field only suggests. It can be typed in as well, so a failure is not shown.</summary>
internal static class Suggestions
{
    /// <summary>Runs <paramref name="load"/>; ends quietly if the API fails or the screen is left.</summary>
    public static async Task TryLoadAsync(Func<CancellationToken, Task> load, CancellationToken cancellationToken)
    {
        try
        {
            await load(cancellationToken);
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, cancellationToken) || failure is OperationCanceledException) { }
    }
}
