namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// Choices that are only offered: the names in a list of suggestions, the options of a filter. A screen works without
/// them, because the API checks whatever is entered.
/// </summary>
internal static class Suggestions
{
    /// <summary>Returns the result of <paramref name="load"/>; empty if the API fails or the screen is left.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        Func<CancellationToken, Task<IReadOnlyList<T>>> load,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<T> list = [];
        await TryLoadAsync(async token => list = await load(token), cancellationToken);
        return list;
    }

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
