// BoardApp
