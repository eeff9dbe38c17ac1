using Schematic.Api.Hosting;
using Schematic.Api.Persistence;

try
{
    await StartLines.RunAsync(ApiApplication.Build(args));
    return 0;
}
catch (Exception refused) when (refused is InvalidConfigurationException or UnusableDatabaseException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
